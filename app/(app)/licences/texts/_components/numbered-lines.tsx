import type { ReadLine } from '#lib/licences/text-lines.ts'
import type { TextRange } from '#lib/licences/text-pieces.ts'
import { TextStretch } from './text-stretch.tsx'

/** A text line by line as it was published, each line with its number and its own address; a long line wraps. */
export function NumberedLines({
  text,
  lines,
  mark,
}: {
  text: string
  lines: readonly ReadLine[]
  mark: TextRange | null
}) {
  return (
    <ol className="max-w-[100ch] font-mono text-sm">
      {lines.map((line, index) => (
        <li
          key={line.number}
          id={`L${line.number}`}
          value={line.number}
          className="grid grid-cols-[3.5rem_minmax(0,1fr)] [contain-intrinsic-size:auto_1.5rem] [content-visibility:auto]"
        >
          <a
            href={`#L${line.number}`}
            aria-label={`Link to line ${line.number}`}
            className="min-h-6 pe-4 text-end leading-6 text-muted tabular-nums no-underline select-none hover:underline"
          >
            {line.number}
          </a>
          <span dir="auto" className="leading-6 whitespace-pre-wrap [overflow-wrap:anywhere]">
            <TextStretch
              text={text}
              range={{ start: line.from, end: line.end }}
              after={lines[index - 1]?.end ?? 0}
              mark={mark}
              anchors={[]}
            />
          </span>
        </li>
      ))}
    </ol>
  )
}
