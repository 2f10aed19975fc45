import { apiOnlyAhead, type ShiftModel } from '#lib/catalogue/api-shift.ts'
import type { Declaration } from '#lib/licences/declared.ts'
import type { Identification } from '#lib/licences/identify.ts'
import { licenceFileRole } from '#lib/licences/licence-text.ts'
import {
  compareDeclaredWithBase,
  compareDeclaredWithIdentified,
  type IdentifiedFile,
  type LicenceAgreement,
} from '#lib/licences/mismatch.ts'
import { type EffectiveReading, readTermsOf } from '#lib/licences/reading.ts'
import type { ReadTerms } from '#lib/licences/terms.ts'
import type { Subject } from '#lib/policy/subject.ts'
import { subjectTerms } from '#lib/policy/subject-terms.ts'

/** Everything one judgement of a deployment version rests on, as it was loaded. */
/** A text and what it was identified as, or was concluded to be. */
export interface CountingText {
  sha256: string
  identification: Identification
}

export interface JudgementFacts {
  deployment: Subject['deployment']
  model: { id: string; name: string; kind: Subject['model']['kind']; lineage: string | null; generation: string | null }
  revision: { kind: Subject['revision']['kind']; isConfirmed: boolean }
  /** What the revision's card declares; null where the revision was never read. */
  declaration: Declaration | null
  /** A person concluded what governs the revision; null where nobody did. */
  concluded: { licenceId: string | null } | null
  /** The text that counts, a person's conclusion before the one pinned at registration, and what it is taken to say; null where there is none. */
  pinned: (CountingText & { reading: EffectiveReading }) | null
  /** The text that stood in the revision for itself, which the newest one upstream is held against. */
  stoodTextSha: string | null
  /** Every licence-like text of the revision. */
  texts: IdentifiedFile[]
  /** The models it was made from whose licence text is known, as the newest look at them saw it. */
  bases: readonly { name: string; licenceId: string }[]
  /** The text that governs the newest revision a look has seen; null where there is none. */
  upstream: { sha256: string; licenceId: string | null } | null
}

/** What the rules see of a deployment, and the terms its pinned text is taken to have. */
export function subjectOf(
  facts: JudgementFacts,
  shiftModels: readonly ShiftModel[],
): { subject: Subject; terms: ReadTerms | null } {
  const { pinned, declaration, upstream } = facts
  const agreement = agreementOf(facts)
  const terms = pinned === null ? null : readTermsOf(pinned.reading)
  const hasConcludedReading = pinned?.reading.terms.some((term) => term.basis === 'concluded') ?? false
  return {
    terms,
    subject: {
      deployment: facts.deployment,
      model: {
        name: facts.model.name,
        kind: facts.model.kind,
        lineage: facts.model.lineage,
        generation: facts.model.generation,
      },
      revision: facts.revision,
      declared: {
        kind: declaration?.kind ?? 'none',
        licenceId: declaration?.licenceId ?? null,
        value: declaration === null ? null : declaredValue(declaration),
      },
      identified: {
        verdict: pinned?.identification.verdict ?? 'NONE',
        licenceId: pinned?.identification.licenceId ?? null,
        textSha256: pinned?.sha256 ?? null,
        // The one text of a revision that a person has read is no other text, whatever it was identified as.
        hasOtherTexts:
          agreement.code === 'texts-hold-several-licences' ||
          (agreement.code === 'text-not-identified' && !(hasConcludedReading && licenceTexts(facts) === 1)),
        hasConcludedReading,
      },
      agreement: agreement.agreement,
      base: baseOf(facts),
      terms: subjectTerms(terms),
      apiShift: shiftOf(facts, shiftModels),
      upstream: {
        licenceId: upstream?.licenceId ?? null,
        textSha256: upstream?.sha256 ?? null,
        hasOtherText: facts.stoodTextSha !== null && upstream !== null && facts.stoodTextSha !== upstream.sha256,
      },
    },
  }
}

/**
 * The text that a person concluded to govern, with what it was identified as. Where they call it by another licence than its
 * words are, no terms are taken from either: that needs a reading of its own.
 */
export function concludedText(
  concluded: { textSha: string | null; licenceId: string | null },
  identified: (sha256: string) => Identification,
): CountingText | null {
  const { textSha: sha256, licenceId } = concluded
  if (sha256 === null) return null
  const found = identified(sha256)
  if (licenceId === found.licenceId) return { sha256, identification: found }
  const isOneOf = licenceId !== null && found.verdict === 'MATCH' && found.alternatives.includes(licenceId)
  const identification: Identification = isOneOf
    ? { ...found, licenceId, alternatives: [] }
    : { ...found, verdict: 'UNKNOWN', licenceId: null, alternatives: [], basis: null }
  return { sha256, identification }
}

function licenceTexts({ texts }: JudgementFacts): number {
  return texts.filter((text) => licenceFileRole(text.path) === 'licence').length
}

/** A revision nobody has read says nothing about its licence: that is not the same as having none. */
function agreementOf(facts: JudgementFacts): Pick<LicenceAgreement, 'agreement' | 'code'> {
  // What governs was settled by a person: card and files no longer speak against each other, nor against the conclusion.
  if (facts.concluded !== null) return { agreement: 'not-comparable', code: 'text-is-another-licence' }
  if (facts.declaration === null) return { agreement: 'not-comparable', code: 'no-text' }
  return compareDeclaredWithIdentified(facts.declaration, facts.texts)
}

/** A person's conclusion settles what a copy stands under, so its declaration is no longer held against its base. */
function baseOf({ bases, declaration, concluded }: JudgementFacts): Subject['base'] {
  const licences = bases.map((base) => base.licenceId)
  const agreement =
    declaration === null || concluded !== null ? 'not-comparable' : compareDeclaredWithBase(declaration, licences)
  return {
    name: bases.map((base) => base.name).join(', ') || null,
    licenceId: [...new Set(licences)].join(', ') || null,
    agreement,
  }
}

function declaredValue(declaration: Declaration): string | null {
  const { license, licenseName, tags } = declaration
  const words = license === null ? tags : [license].flat()
  const said = [...new Set([...words, ...(licenseName === null ? [] : [licenseName])])]
  return said.length === 0 ? null : said.join(', ')
}

function shiftOf(facts: JudgementFacts, known: readonly ShiftModel[]): Subject['apiShift'] {
  const inUse = known.find((model) => model.ref === facts.model.name)
  if (!inUse)
    return {
      fires: facts.model.kind === 'api_only',
      isJudged: facts.model.kind === 'api_only',
      because: facts.model.kind === 'api_only' ? 'runs-api-only' : null,
      evidence: [],
    }
  const { fires, isJudged, because, evidence } = apiOnlyAhead(inUse, known)
  return { fires, isJudged, because, evidence: evidence.map((one) => one.ref) }
}
