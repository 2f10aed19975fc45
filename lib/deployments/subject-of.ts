import { apiOnlyAhead, type ShiftModel } from '#lib/catalogue/api-shift.ts'
import type { Declaration } from '#lib/licences/declared.ts'
import type { Identification } from '#lib/licences/identify.ts'
import { compareDeclaredWithIdentified, type IdentifiedFile, type LicenceAgreement } from '#lib/licences/mismatch.ts'
import { findTermsFor, type TermsRow } from '#lib/licences/terms.ts'
import type { Subject } from '#lib/policy/subject.ts'
import { subjectTerms } from '#lib/policy/subject-terms.ts'

/** Everything one judgement of a deployment version rests on, as it was loaded. */
export interface JudgementFacts {
  deployment: Subject['deployment']
  model: { id: string; name: string; kind: Subject['model']['kind']; lineage: string | null; generation: string | null }
  revision: { kind: Subject['revision']['kind']; isConfirmed: boolean }
  /** What the revision's card declares; null where the revision was never read. */
  declaration: Declaration | null
  /** The text pinned at registration with what it is identified as; null where none is pinned. */
  pinned: { sha256: string; identification: Identification } | null
  /** Every licence-like text of the revision. */
  texts: IdentifiedFile[]
  /** The text that governs the newest revision a look has seen; null where there is none. */
  upstream: { sha256: string; licenceId: string | null } | null
}

/** What the rules see of a deployment, and the terms row its identified licence has. */
export function subjectOf(
  facts: JudgementFacts,
  shiftModels: readonly ShiftModel[],
): { subject: Subject; terms: TermsRow | null } {
  const { pinned, declaration, upstream } = facts
  const agreement = agreementOf(facts)
  const terms = pinned?.identification.licenceId
    ? findTermsFor(pinned.identification.licenceId, pinned.identification.verdict, pinned.identification.alternatives)
    : null
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
        hasOtherTexts: agreement.code === 'texts-hold-several-licences' || agreement.code === 'text-not-identified',
      },
      agreement: agreement.agreement,
      terms: subjectTerms(terms),
      apiShift: shiftOf(facts, shiftModels),
      upstream: {
        licenceId: upstream?.licenceId ?? null,
        textSha256: upstream?.sha256 ?? null,
        hasOtherText: pinned !== null && upstream !== null && pinned.sha256 !== upstream.sha256,
      },
    },
  }
}

/** A revision nobody has read says nothing about its licence: that is not the same as having none. */
function agreementOf(facts: JudgementFacts): Pick<LicenceAgreement, 'agreement' | 'code'> {
  if (facts.declaration === null) return { agreement: 'not-comparable', code: 'no-text' }
  return compareDeclaredWithIdentified(facts.declaration, facts.texts)
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
