import { notFound } from 'next/navigation'
import { cache } from 'react'
import { pageCtx } from '#app/_server/request.ts'
import { scopeFor } from '#lib/auth/permissions.ts'
import { findDeployment } from '#lib/deployments/queries/find-deployment.ts'

/** The deployment a page is about, read once per request. Another team's is not found, as if it did not exist. */
export const loadDeployment = cache(async (id: string) => {
  const { db, actor } = await pageCtx('deployment:read')
  const deployment = await findDeployment(db, scopeFor(actor, 'deployment:read'), id)
  if (!deployment) notFound()
  return deployment
})
