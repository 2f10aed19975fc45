import { GitCompareArrows } from 'lucide-react'
import type { ReactNode } from 'react'
import { KeyValue } from '#app/_ui/key-value.tsx'
import { LicenceMark } from '#app/_ui/licence-mark.tsx'
import { Provenance } from '#app/_ui/provenance.tsx'
import { Section } from '#app/_ui/section.tsx'
import type { ModelRow } from '#lib/catalogue/queries/models.ts'
import { licenceName } from '#lib/licences/licence.ts'
import type { RevisionBinding } from '#lib/upstream/queries/model-revisions.ts'
import type { SeenLicence } from '#lib/upstream/queries/model-sightings.ts'
import { DeclaredWords } from './declared-words.tsx'
import { agreementText } from './licence-words.ts'
import { TextMark } from './text-mark.tsx'

interface LicenceNowProps {
  row: ModelRow
  /** Null where no look has seen the model. */
  seen: SeenLicence | null
  /** What a person concluded to govern the revision that stands at the hub now; null where nobody did. */
  concluded: RevisionBinding | null
  /** What the catalogue claims, with its grade and sources. */
  catalogue: ReactNode
  actions?: ReactNode
}

/** Which licence is known now and from whom: the text, the card and the catalogue each speak for themselves. */
export function LicenceNow({ row, seen, concluded, catalogue, actions }: LicenceNowProps) {
  const source = `${row.name} at the hub`
  return (
    <Section title="Licence now" actions={actions}>
      <KeyValue
        items={[
          {
            term: 'Shown as',
            value: (
              <LicenceMark
                name={row.licenceId === null ? null : licenceName(row.licenceId)}
                href={row.licenceId === null ? undefined : `/licences/${encodeURIComponent(row.licenceId)}`}
                basis={
                  row.licenceBasis === 'identified' || row.licenceBasis === 'declared' ? row.licenceBasis : 'catalogue'
                }
                mismatch={row.hasMismatch ? { declared: declaredName(seen) } : undefined}
              />
            ),
          },
          ...(concluded === null ? [] : [concludedItem(concluded)]),
          ...(seen === null ? [] : seenItems(seen, source, row.hasMismatch)),
          { term: 'In the catalogue', value: catalogue },
        ]}
      />
    </Section>
  )
}

function concludedItem({ textSha, identification, licenceId, concluded, recordedAt }: RevisionBinding) {
  return {
    term: 'Concluded by a person',
    value: (
      <span className="flex flex-col">
        {textSha === null ? (
          <LicenceMark name={licenceId === null ? null : licenceName(licenceId)} basis="concluded" />
        ) : (
          <TextMark sha256={textSha} identification={identification} />
        )}
        <span className="max-w-[80ch] text-sm [overflow-wrap:anywhere]">{concluded?.reason}</span>
      </span>
    ),
    provenance: <Provenance asOf={recordedAt} from={concluded?.by ?? 'a person'} />,
  }
}

function seenItems(seen: SeenLicence, source: string, isMismatched: boolean) {
  const provenance = <Provenance asOf={seen.observedAt} from={source} href={seen.url} />
  return [
    {
      term: 'Text at the hub',
      value:
        seen.governing === null ? (
          <span className="text-muted">no licence file that could be read</span>
        ) : (
          <TextMark sha256={seen.governing.sha256} path={seen.governing.path} licenceId={seen.governing.licenceId} />
        ),
      provenance,
    },
    { term: 'Declared by the card', value: <DeclaredWords declaration={seen.declaration} />, provenance },
    {
      term: 'Declaration and text',
      value: isMismatched ? (
        <span className="text-review">
          <GitCompareArrows aria-hidden className="me-1 inline size-4" strokeWidth={2} />
          {agreementText(seen.agreement.code)}
        </span>
      ) : (
        agreementText(seen.agreement.code)
      ),
    },
  ]
}

function declaredName(seen: SeenLicence | null): string | null {
  const id = seen?.declaration.licenceId ?? null
  return id === null ? null : licenceName(id)
}
