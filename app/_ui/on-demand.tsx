import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

interface OnDemandProps {
  /** What is always seen; also the name of the button unless `name` is given. */
  mark: ReactNode
  /** Accessible name when the mark has no words of its own. */
  name?: string | undefined
  className?: string | undefined
  /** Phrasing content only: a mark may stand inside a sentence. */
  children: ReactNode
}

/**
 * A mark that shows more when it is pressed, focused or pointed at. Works before and without any script: the browser's
 * own popover opens and closes it, `OnDemandPointer` only adds pointing and focus.
 */
export function OnDemand({ mark, name, className, children }: OnDemandProps) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        data-on-demand=""
        aria-label={name}
        className={classNames('inline-flex min-h-6 min-w-6 items-center gap-1.5 rounded-sm text-start', className)}
      >
        {mark}
      </button>
      <span
        id={id}
        popover="auto"
        className="on-demand fixed w-max max-w-80 rounded border bg-raised p-3 text-start text-sm font-normal whitespace-normal text-ink shadow-float"
      >
        {children}
      </span>
    </>
  )
}
