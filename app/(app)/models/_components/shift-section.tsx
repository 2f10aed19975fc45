import { Cpu, HelpCircle, PackageOpen } from 'lucide-react'
import { Section } from '#app/_ui/section.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'
import type { ApiOnlyAhead } from '#lib/catalogue/api-shift.ts'
import { evidenceText, shiftText } from '#lib/catalogue/sentences.en.ts'

/** Whether this model's line goes on without weights, and on what that rests. */
export function ShiftSection({ shift, ids }: { shift: ApiOnlyAhead; ids: ReadonlyMap<string, string> }) {
  const Glyph = !shift.isJudged ? HelpCircle : shift.fires ? Cpu : PackageOpen
  const tone = !shift.isJudged ? 'text-unknown' : shift.fires ? 'text-review' : 'text-muted'
  return (
    <Section title="What comes after it">
      <div className="flex gap-3">
        <Glyph aria-hidden className={`mt-px size-5 shrink-0 ${tone}`} strokeWidth={1.75} />
        <div className="min-w-0">
          <p>{shiftText(shift)}</p>
          {shift.evidence.length > 0 && (
            <ul className="mt-2 flex flex-col gap-1 text-sm text-muted [overflow-wrap:anywhere]">
              {shift.evidence.map((one) => (
                <li key={`${one.ref} ${one.toRef}`}>
                  <ModelName name={one.ref} ids={ids} /> {evidenceText(one.relation)}
                  {one.toRef !== null && (
                    <>
                      {' '}
                      <ModelName name={one.toRef} ids={ids} />
                    </>
                  )}{' '}
                  <span className="text-xs">({one.confidence})</span>
                </li>
              ))}
            </ul>
          )}
          <p className="mt-2 text-sm text-muted">
            Concluded from relations and generations the catalogue states; uncertain ones do not count.
          </p>
        </div>
      </div>
    </Section>
  )
}

function ModelName({ name, ids }: { name: string; ids: ReadonlyMap<string, string> }) {
  const id = ids.get(name)
  return id === undefined ? name : <TextLink href={`/models/${id}`}>{name}</TextLink>
}
