import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { Difference, Differences, Identification, IdentifiedPart } from '#lib/licences/identification.ts'
import { licenceName } from '#lib/licences/licence.ts'
import { counted } from '../../../_components/counted.ts'
import { PlainTable } from '../../../_components/plain-table.tsx'
import { VisibleText } from '../../_components/visible-text.tsx'
import { percent } from './identified-as.tsx'
import { textHref } from './text-href.ts'

const KINDS: Record<Difference['kind'], string> = {
  slot: 'Filled in: a name, a year or an address the licence leaves open',
  outside: 'Around the licence',
  inside: 'Within its words',
}

/** What an identification rests on: the licences found in the text with their places, and the words in which they differ. */
export function EvidenceSection({ sha256, identification }: { sha256: string; identification: Identification }) {
  const { parts, differences } = identification
  const { counts, items } = differences
  if (parts.length === 0 && items.length === 0) return null
  return (
    <Section title="What that rests on" sentence={sentenceOn(identification.differences)} padding="flush">
      {parts.length > 0 && (
        <PlainTable
          label="Licences found in the text"
          head={[
            { label: 'Licence', isWrapping: true },
            { label: 'Found as' },
            { label: 'Of the licence', align: 'end' },
            { label: 'Alike', align: 'end' },
            { label: 'Where' },
          ]}
          rows={parts.map((part) => ({ key: `${part.start} ${part.licenceId}`, cells: partCells(sha256, part) }))}
        />
      )}
      {items.some((item) => item.reference === null && item.referenceWords > 0) && (
        <p className="border-t px-4 py-3 text-sm text-muted">
          Where the licence’s own words are not kept here, how many they are is said instead. Compare with a text of it
          that is held to read them.
        </p>
      )}
      {items.length > 0 && (
        <details open={counts.inside > 0} className="border-t">
          <summary className="min-h-11 px-4 py-3 font-medium">
            {`${items.length.toLocaleString('en')} of ${counted(counts.inside + counts.outside + counts.slot, 'difference', 'differences')}`}
          </summary>
          <PlainTable
            label="Differences"
            head={[
              { label: 'Kind' },
              { label: 'The licence says', isWrapping: true },
              { label: 'This text says', isWrapping: true },
              { label: 'Where' },
            ]}
            rows={items.map((item) => ({
              key: `${item.kind} ${item.start} ${item.end} ${item.reference ?? ''}`,
              cells: differenceCells(sha256, item),
            }))}
          />
        </details>
      )}
    </Section>
  )
}

function sentenceOn({ counts, isTruncated }: Differences): string {
  if (counts.inside + counts.outside + counts.slot === 0) return 'No word differs from the licence.'
  const figures = `${counted(counts.inside, 'difference', 'differences')} within its words, ${counts.outside.toLocaleString('en')} around it, ${counts.slot.toLocaleString('en')} filled in`
  return isTruncated ? `${figures}; not all are listed.` : `${figures}.`
}

function partCells(sha256: string, part: IdentifiedPart) {
  return [
    <span key="id" className="[overflow-wrap:anywhere]">
      <TextLink href={`/licences/${encodeURIComponent(part.licenceId)}`}>{licenceName(part.licenceId)}</TextLink>
      {part.textId && <span className="block text-xs text-muted">{part.textId}</span>}
    </span>,
    part.verdict,
    percent(part.coverage),
    percent(part.similarity),
    <TextLink key="at" href={textHref(sha256, part)}>{`${part.start}–${part.end}`}</TextLink>,
  ]
}

function differenceCells(sha256: string, item: Difference) {
  return [
    <span key="kind" className={item.kind === 'inside' ? 'text-review' : 'text-muted'}>
      {KINDS[item.kind]}
    </span>,
    <Words key="reference" words={item.reference} count={item.referenceWords} />,
    <Words key="text" words={item.text} count={item.textWords} />,
    item.end > item.start ? (
      <TextLink key="at" href={textHref(sha256, item)}>{`${item.start}–${item.end}`}</TextLink>
    ) : (
      <span key="at" className="text-muted">
        {`missing at ${item.start}`}
      </span>
    ),
  ]
}

function Words({ words, count }: { words: string | null; count: number }) {
  if (words !== null) {
    return (
      <q className="font-serif [overflow-wrap:anywhere]">
        <VisibleText text={words} />
      </q>
    )
  }
  return <span className="text-muted">{count === 0 ? 'nothing' : counted(count, 'word', 'words')}</span>
}
