import { z } from 'zod'
import type { RouteContract } from '#app/_server/route-contract.ts'
import { noticesAnswer, noticesQuery } from '#lib/deployments/duty-answers.ts'
import {
  deploymentBodySchema,
  deploymentDetail,
  deploymentItem,
  deploymentListQuery,
  deploymentSchema,
  registeredItem,
  retireInput,
} from '#lib/deployments/schema.ts'

const page = z.object({
  items: z.array(deploymentItem),
  next: z.string().nullable(),
  total: z.int().optional(),
})
const change = deploymentSchema
  .extend({
    version: z.int().min(1).optional().describe('The version the edit begins from, where If-Match does not say it'),
  })
  .meta({ id: 'DeploymentChange', title: 'A deployment as it is to stand' })

/** Operations on deployments. */
export const contract: RouteContract[] = [
  {
    method: 'get',
    path: '/api/v1/deployments',
    summary: 'Lists deployments, or exports a view of them',
    permission: 'deployment:read',
    query: deploymentListQuery,
    answers: { 200: { says: 'One page, or with format the whole view as a file', body: page } },
  },
  {
    method: 'post',
    path: '/api/v1/deployments',
    summary: 'Registers one deployment or many; all of them or none',
    permission: 'deployment:register',
    body: deploymentBodySchema,
    isIdempotent: true,
    answers: {
      201: {
        says: 'Registered and judged; Location names a single one',
        body: z.union([registeredItem, z.object({ items: z.array(registeredItem) })]),
      },
    },
  },
  {
    method: 'get',
    path: '/api/v1/deployments/{id}',
    summary: 'One deployment with its judgement; the ETag is its version',
    permission: 'deployment:read',
    answers: { 200: { says: 'The deployment as it stands', body: deploymentDetail } },
  },
  {
    method: 'put',
    path: '/api/v1/deployments/{id}',
    summary: 'Writes the next version of a deployment and judges it',
    permission: 'deployment:register',
    body: change,
    answers: {
      200: { says: 'The deployment as it stands now', body: deploymentDetail },
      409: { says: 'Somebody saved another version in the meantime' },
      412: { says: 'If-Match names a version that is not the newest' },
    },
  },
  {
    method: 'post',
    path: '/api/v1/deployments/{id}/retire',
    summary: 'Takes a deployment out of use; its history stays',
    permission: 'deployment:register',
    body: retireInput,
    answers: {
      200: { says: 'The deployment, retired', body: deploymentDetail },
      409: { says: 'Somebody saved another version in the meantime' },
    },
  },
  {
    method: 'get',
    path: '/api/v1/deployments/{id}/notices',
    summary: 'The notice file of a deployment, ready to be used, or why it cannot be assembled',
    permission: 'deployment:read',
    query: noticesQuery,
    answers: { 200: { says: 'The file with what went into it; with as=text the file itself', body: noticesAnswer } },
  },
]
