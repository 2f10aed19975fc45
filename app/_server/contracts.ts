import { contract as audit } from '#app/api/v1/audit/contract.ts'
import { contract as bindings } from '#app/api/v1/bindings/contract.ts'
import { contract as changes } from '#app/api/v1/changes/contract.ts'
import { contract as deployments } from '#app/api/v1/deployments/contract.ts'
import { contract as duties } from '#app/api/v1/duties/contract.ts'
import { contract as families } from '#app/api/v1/families/contract.ts'
import { contract as findings } from '#app/api/v1/findings/contract.ts'
import { contract as jobs } from '#app/api/v1/jobs/contract.ts'
import { contract as comparisonConclusions } from '#app/api/v1/licence-texts/compare/conclusions/contract.ts'
import { contract as licenceTexts } from '#app/api/v1/licence-texts/contract.ts'
import { contract as licences } from '#app/api/v1/licences/contract.ts'
import { contract as models } from '#app/api/v1/models/contract.ts'
import { contract as observations } from '#app/api/v1/observations/contract.ts'
import { contract as people } from '#app/api/v1/people/contract.ts'
import { contract as policies } from '#app/api/v1/policies/contract.ts'
import { contract as publishers } from '#app/api/v1/publishers/contract.ts'
import { contract as readingRule } from '#app/api/v1/reading-rule/contract.ts'
import { contract as readings } from '#app/api/v1/readings/contract.ts'
import { contract as reports } from '#app/api/v1/reports/contract.ts'
import { contract as sources } from '#app/api/v1/sources/contract.ts'
import { contract as teams } from '#app/api/v1/teams/contract.ts'
import { contract as tokens } from '#app/api/v1/tokens/contract.ts'
import type { RouteContract } from './route-contract.ts'

/** Every operation of the API. A test walks the handlers and fails for one that is missing here. */
export const CONTRACTS: readonly RouteContract[] = [
  ...audit,
  ...bindings,
  ...changes,
  ...deployments,
  ...duties,
  ...families,
  ...findings,
  ...jobs,
  ...comparisonConclusions,
  ...licenceTexts,
  ...licences,
  ...models,
  ...observations,
  ...people,
  ...policies,
  ...publishers,
  ...readingRule,
  ...readings,
  ...reports,
  ...sources,
  ...teams,
  ...tokens,
]
