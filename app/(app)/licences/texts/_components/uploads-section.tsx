import { Section } from '#app/_ui/section.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { TextUploadRecord } from '#lib/licences/queries/text-record.ts'
import { PlainTable } from '../../../_components/plain-table.tsx'

const CHANNELS: Readonly<Record<string, string>> = { file: 'As a file', paste: 'Pasted', url: 'From an address' }

/** Who brought a text, how and why. */
export function UploadsSection({ uploads, now }: { uploads: readonly TextUploadRecord[]; now: Date }) {
  if (uploads.length === 0) return null
  return (
    <Section title="Brought by hand" padding="flush">
      <PlainTable
        label="Uploads"
        head={[
          { label: 'How' },
          { label: 'From', isWrapping: true },
          { label: 'Why it is kept', isWrapping: true },
          { label: 'By' },
          { label: 'When', align: 'end' },
        ]}
        rows={uploads.map((upload) => ({
          key: upload.id,
          cells: [
            CHANNELS[upload.channel] ?? upload.channel,
            <span key="from" className="[overflow-wrap:anywhere]">
              {upload.fileName ?? upload.url ?? <span className="text-muted">not stated</span>}
              {upload.finalUrl && upload.finalUrl !== upload.url && (
                <span className="block text-xs text-muted">answered by {upload.finalUrl}</span>
              )}
            </span>,
            upload.note ?? (
              <span key="note" className="text-muted">
                not stated
              </span>
            ),
            upload.uploadedByName,
            <TimeMark key="at" at={upload.at} now={now} />,
          ],
        }))}
      />
    </Section>
  )
}
