import { KeyValue } from '#app/_ui/key-value.tsx'
import { LicenceMark } from '#app/_ui/licence-mark.tsx'
import { Provenance } from '#app/_ui/provenance.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { DeploymentVersion } from '#lib/deployments/deployment-version.ts'
import type { AssessmentDetail } from '#lib/deployments/queries/find-assessment.ts'
import type { PinnedLicence } from '#lib/deployments/queries/find-pinned-licence.ts'
import { AGREEMENT_WORDS, upstreamText } from '#lib/deployments/sentences.en.ts'
import { licenceName } from '#lib/licences/licence.ts'

interface LicenceStoryProps {
  licence: PinnedLicence
  assessment: AssessmentDetail | null
  version: DeploymentVersion
}

const named = (id: string | null) => (id === null ? null : licenceName(id))
const licenceHref = (id: string | null) => (id === null ? undefined : `/licences/${encodeURIComponent(id)}`)

/** What governs, what is declared, whether the two agree, and what stands upstream now. */
export function LicenceStory({ licence, assessment, version }: LicenceStoryProps) {
  const { binding, declared, concluded } = licence
  const subject = assessment?.subject ?? null
  const source = `${version.model} at ${version.revision.value ?? 'an unknown revision'}`
  return (
    <Section
      title="What governs"
      sentence="Pinned when this version was saved. Later commits do not move it; an edit pins what is known then. A person’s conclusion about the revision goes before it when the deployment is judged."
    >
      <KeyValue
        items={[
          {
            term: 'Licence',
            value: (
              <LicenceMark
                name={named(binding?.licenceId ?? null)}
                basis={binding?.basis ?? 'declared'}
                href={licenceHref(binding?.licenceId ?? null)}
              />
            ),
            provenance: binding && <Provenance asOf={binding.recordedAt} from={source} />,
          },
          ...(concluded === null
            ? []
            : [
                {
                  term: 'Concluded by a person',
                  value: (
                    <span className="flex flex-col">
                      <span className="inline-flex flex-wrap gap-x-3">
                        {named(concluded.licenceId) ?? 'no licence that is known'}
                        {concluded.textSha !== null && (
                          <TextLink href={`/licences/texts/${concluded.textSha}`}>Read that text</TextLink>
                        )}
                      </span>
                      <span className="max-w-[80ch] text-sm [overflow-wrap:anywhere]">{concluded.reason}</span>
                    </span>
                  ),
                  provenance: <Provenance asOf={concluded.recordedAt} from={concluded.by} />,
                },
              ]),
          {
            term: 'Declared by the card',
            value: subject?.declared.value ?? (
              <span className="text-muted">{declared === null ? 'nothing that was read' : 'nothing'}</span>
            ),
            provenance: declared && <Provenance asOf={declared.recordedAt} from={`The card of ${source}`} />,
          },
          { term: 'Declaration and text', value: subject ? AGREEMENT_WORDS[subject.agreement] : 'Not judged yet.' },
          {
            term: 'At the newest revision',
            value: subject ? (
              <span className="inline-flex flex-wrap gap-x-3">
                {upstreamText(subject.upstream, named(subject.upstream.licenceId))}
                {subject.upstream.textSha256 !== null && subject.upstream.hasOtherText && (
                  <TextLink href={`/licences/texts/${subject.upstream.textSha256}`}>Read that text</TextLink>
                )}
              </span>
            ) : (
              'Not judged yet.'
            ),
            provenance: assessment && (
              <Provenance asOf={assessment.at} from={`The newest look at ${version.model}, as judged then`} />
            ),
          },
        ]}
      />
    </Section>
  )
}
