'use client'

import { Banner } from '#app/_ui/banner.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'

interface EditConflictProps {
  id: string
  /** The version this edit began from. */
  seen: number
  result: Record<string, string>
}

/** Somebody saved while this edit was open: what they changed, and that nothing typed here is lost. */
export function EditConflict({ id, seen, result }: EditConflictProps) {
  return (
    <Banner kind="stale">
      <p className="font-medium">
        {result['by']} saved version {result['version']} while you were editing version {seen}.
      </p>
      <p>
        {result['what']} What you typed stands below, unsaved; fields you left alone show what was saved.{' '}
        <TextLink href={`/deployments/${id}/versions`}>Look at what was saved</TextLink>, then save over it, or cancel.
      </p>
    </Banner>
  )
}
