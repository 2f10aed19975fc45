import type { DeploymentInput } from '#lib/deployments/schema.ts'

/** An input as the form's fields hold it. */
export function formValues(input: DeploymentInput): Record<string, string> {
  const { revision, regions, monthlyActiveUsers, provider, startsOn, ...plain } = input
  return {
    ...plain,
    'revision.kind': revision.kind,
    'revision.value': revision.kind === 'unknown' ? '' : revision.value,
    'revision.reason': revision.kind === 'unknown' ? revision.reason : '',
    provider: provider ?? '',
    monthlyActiveUsers: monthlyActiveUsers?.toString() ?? '',
    regions: regions.join(', '),
    startsOn: startsOn ?? '',
  }
}
