import type { DutyDeployment } from '#lib/licences/duty.ts'
import type { Verdict } from '#lib/licences/identify.ts'
import { licenceName } from '#lib/licences/licence.ts'
import { licenceFileRole } from '#lib/licences/licence-text.ts'
import type { NoticeDeployment } from '#lib/licences/notices.ts'
import { readTermsOf } from '#lib/licences/reading.ts'
import type { ReadTerms } from '#lib/licences/terms.ts'
import type { JudgementFacts } from './subject-of.ts'

/** What of one version of a deployment its licence turns on. */
export interface LicenceFacts {
  deployment: { id: string; name: string; version: number; isRetired: boolean }
  model: { id: string; name: string }
  /** Null when nobody knows what runs. */
  revision: string | null
  /** The text that counts: concluded before pinned; null where none governs. */
  text: { sha256: string; verdict: Verdict; licenceId: string | null } | null
  /** Null where nobody has read what the text says. */
  terms: ReadTerms | null
  use: DutyDeployment
  source: string | null
  notices: { path: string; sha256: string }[]
}

interface VersionOnRecord {
  deploymentId: string
  version: {
    n: number
    name: string
    isRetired: boolean
    revision: { value: string; sightings: readonly { path: string; textSha: string }[] } | null
  }
  facts: JudgementFacts
}

/** Draws together what duties and notices of a deployment rest on. */
export function licenceFactsOf({ deploymentId, version, facts }: VersionOnRecord, hubEndpoint: string): LicenceFacts {
  const { pinned, deployment, model, revision } = facts
  const isAtHub = revision.kind === 'commit' && revision.isConfirmed && version.revision !== null
  return {
    deployment: { id: deploymentId, name: version.name, version: version.n, isRetired: version.isRetired },
    model: { id: model.id, name: model.name },
    revision: version.revision?.value ?? null,
    text: pinned && {
      sha256: pinned.sha256,
      verdict: pinned.identification.verdict,
      licenceId: pinned.identification.licenceId,
    },
    terms: pinned && readTermsOf(pinned.reading),
    use: {
      use: deployment.use,
      exposure: deployment.exposure,
      monthlyActiveUsers: deployment.monthlyActiveUsers,
      regions: deployment.regions,
      // Only of an own build is it known; weights may have been tuned without anybody saying so.
      isDerived: model.kind === 'own_build' ? true : null,
    },
    source: isAtHub ? `${hubEndpoint}/${model.name}/tree/${version.revision?.value}` : null,
    notices: (version.revision?.sightings ?? [])
      .filter((sighting) => licenceFileRole(sighting.path) === 'notice')
      .map((sighting) => ({ path: sighting.path, sha256: sighting.textSha }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

/** The same as the notice file takes it. */
export function noticeDeploymentOf(facts: LicenceFacts): NoticeDeployment {
  const licenceId = facts.text?.licenceId ?? null
  return {
    id: facts.deployment.id,
    name: facts.deployment.name,
    model: facts.model.name,
    revision: facts.revision,
    source: facts.source,
    licence: licenceId === null ? null : { id: licenceId, name: licenceName(licenceId) },
    verdict: facts.text?.verdict ?? null,
    textSha: facts.text?.sha256 ?? null,
    terms: facts.terms,
    notices: facts.notices,
  }
}

/** Why no duty can be told: nothing governs, the text is not known, nobody has read its terms; null where they can. */
export function dutyGap({ text, terms }: Pick<LicenceFacts, 'text' | 'terms'>): DutyGap | null {
  if (text === null) return 'no-text'
  if (terms !== null) return null
  return text.verdict === 'MATCH' ? 'terms-not-read' : 'text-not-recognised'
}

export type DutyGap = 'no-text' | 'text-not-recognised' | 'terms-not-read'
