import { FileCheck2, FileQuestion } from 'lucide-react'
import { ButtonLink } from '#app/_ui/button-link.tsx'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { LinkedKind } from '#lib/licences/linked-documents.ts'
import type { LinkedDocumentStanding } from '#lib/licences/queries/linked-documents.ts'

const KINDS: Readonly<Record<LinkedKind, string>> = {
  'use-policy': 'Use policy',
  terms: 'Terms',
  itself: 'The licence itself',
  other: 'Page',
}

interface LinkedDocumentsProps {
  documents: readonly LinkedDocumentStanding[]
  /** May bring a copy. */
  mayUpload: boolean
  now: Date
  title?: string | undefined
}

/** The documents a licence points to: where it does, what it says they are, and whether a copy is held. */
export function LinkedDocuments({ documents, mayUpload, now, title }: LinkedDocumentsProps) {
  return (
    <Section
      title={title ?? 'Documents it points to'}
      sentence="Nothing here is fetched by itself. A copy says what stood there on its day, and nothing about today."
      padding={documents.length === 0 ? 'regular' : 'flush'}
    >
      {documents.length === 0 ? (
        <p className="text-muted">The text names no address.</p>
      ) : (
        <ul className="divide-y">
          {documents.map((document) => (
            <li key={document.url} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-4 py-3">
              <div className="min-w-0 flex-1 basis-80">
                <p className="flex flex-wrap items-center gap-x-3">
                  <span className="font-medium">{KINDS[document.kind]}</span>
                  <code className="font-mono text-[0.92em] [overflow-wrap:anywhere]">{document.url}</code>
                </p>
                <Says document={document} />
                {document.places.map((place) => (
                  <p key={place.start} className="mt-1 max-w-[80ch] text-sm text-muted [overflow-wrap:anywhere]">
                    {place.section !== null && <span className="me-2 text-ink">Section {place.section}</span>}
                    <q>{place.sentence}</q>
                  </p>
                ))}
              </div>
              {document.kind !== 'itself' && <Copy document={document} mayUpload={mayUpload} now={now} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Says({ document }: { document: LinkedDocumentStanding }) {
  const says = [
    ...(document.isIncorporated ? ['The text makes it a part of itself.'] : []),
    ...(document.mayChange ? ['The text says that it may change.'] : []),
  ]
  return says.length === 0 ? null : <p className="text-sm">{says.join(' ')}</p>
}

function Copy({ document, mayUpload, now }: { document: LinkedDocumentStanding; mayUpload: boolean; now: Date }) {
  const { held, url } = document
  const bring = mayUpload && (
    <ButtonLink variant="secondary" href={`/licences/texts/new?url=${encodeURIComponent(url)}`}>
      {held === null ? 'Bring a copy' : 'Bring today’s copy'}
    </ButtonLink>
  )
  return (
    <div className="flex flex-col items-start gap-2">
      {held === null ? (
        <span className="inline-flex items-center gap-1.5 text-unknown">
          <FileQuestion aria-hidden className="size-4" strokeWidth={1.75} />
          No copy held
        </span>
      ) : (
        <span className="inline-flex flex-wrap items-center gap-1.5">
          <FileCheck2 aria-hidden className="size-4 text-muted" strokeWidth={1.75} />
          <TextLink href={`/licences/texts/${held.sha256}`}>Copy held</TextLink>
          <span className="text-sm text-muted">
            {held.by === 'upload' ? 'brought' : `${held.place} beside it, seen`} <TimeMark at={held.at} now={now} />
          </span>
        </span>
      )}
      {bring}
    </div>
  )
}
