import type { Rule } from '../source-tree.ts'

/** Optional fields that do not yet say what null means, as `Model.field`. The list may only get shorter. */
export const UNEXPLAINED_NULLS: readonly string[] = [
  'ApiToken.revokedAt',
  'AuditEvent.after',
  'AuditEvent.before',
  'AuditEvent.teamId',
  'Change.afterObsId',
  'Change.repositoryId',
  'DeploymentCurrent.licenceBasis',
  'DeploymentCurrent.licenceId',
  'DeploymentVersion.pinnedTextSha',
  'DeploymentVersion.provider',
  'DeploymentVersion.unknownBecause',
  'IdempotencyKey.response',
  'LookEnd.message',
  'LookIssue.url',
  'ModelCurrent.contextTokens',
  'ModelCurrent.family',
  'ModelCurrent.generation',
  'ModelCurrent.lastSeenAt',
  'ModelCurrent.licenceId',
  'ModelCurrent.lineage',
  'ModelCurrent.paramsTotalB',
  'ModelCurrent.publisher',
  'ModelCurrent.releaseOn',
  'ModelCurrent.releasePrecision',
  'ModelCurrent.task',
  'ModelCurrent.tier',
  'ModelRelation.note',
  'Observation.bodySha',
  'Observation.etag',
  'Report.correctsId',
]

/** Null means one thing, and the schema says which; `waiting` names the fields that do not say it yet. */
export function nullsAreExplainedBut(waiting: readonly string[]): Rule {
  return {
    name: 'every optional field says what null means, or waits on a list that only gets shorter',
    check: (tree) => {
      const silent = tree.models.flatMap((model) =>
        model.fields
          .filter((field) => field.isOptional && !field.isRelation && field.comment === '')
          .map((field) => ({ file: model.file, name: `${model.name}.${field.name}` })),
      )
      const stale = waiting.filter((name) => !silent.some((one) => one.name === name))
      return [
        ...silent
          .filter((one) => !waiting.includes(one.name))
          .map(({ file, name }) => ({
            file,
            sentence: `${name} may be null and does not say what that means: add a /// comment.`,
          })),
        ...stale.map((name) => ({
          file: 'prisma/schema',
          sentence: `${name} needs no exception any more: take it off UNEXPLAINED_NULLS.`,
        })),
      ]
    },
  }
}

export const nullsAreExplained = nullsAreExplainedBut(UNEXPLAINED_NULLS)
