import { FileDown } from 'lucide-react'
import { buttonClass } from '#app/_ui/button-class.ts'
import { Section } from '#app/_ui/section.tsx'
import { noticeGapSentence } from '#lib/licences/notice-sentences.en.ts'
import type { Notices } from '#lib/licences/notices.ts'

/** The notice file, ready to be used, or why it cannot be assembled. */
export function NoticeSection({ id, notices }: { id: string; notices: Notices }) {
  const { entries, gaps, file } = notices
  const isReady = file !== null && gaps.length === 0
  return (
    <Section
      id="notices"
      title="Notice file"
      sentence="What goes with copies: the dictated attribution, the licence and the NOTICE files of the repository, whole."
      actions={
        isReady && (
          <a
            href={`/api/v1/deployments/${id}/notices?as=text`}
            download="NOTICE.txt"
            className={buttonClass('secondary')}
          >
            <FileDown aria-hidden className="size-4" strokeWidth={1.75} />
            Notice file
          </a>
        )
      }
    >
      {isReady ? (
        <ul className="flex flex-col gap-2">
          {entries.map((entry) => (
            <li key={`${entry.model} ${entry.revision}`} className="max-w-[80ch] [overflow-wrap:anywhere]">
              {entry.model}, {entry.licence.name}
              {entry.notices.length > 0 && `, with ${entry.notices.map((notice) => notice.path).join(', ')}`}
              {entry.attribution !== null && (
                <span className="mt-1 block border-s-2 ps-3 font-mono text-[0.92em]">{entry.attribution}</span>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="max-w-[80ch]">
          {gaps.length === 0
            ? 'A retired deployment needs none.'
            : `It cannot be assembled. ${gaps.map((gap) => noticeGapSentence(gap.because, gap.detail)).join(' ')}`}
        </p>
      )}
    </Section>
  )
}
