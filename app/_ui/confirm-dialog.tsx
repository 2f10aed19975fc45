'use client'

import { AlertDialog } from '@base-ui/react/alert-dialog'
import { type ReactNode, useId, useState } from 'react'
import { type ButtonVariant, buttonClass } from './button-class.ts'
import { CONTROL, CONTROL_HEIGHT } from './control-class.ts'
import { SubmitButton } from './submit-button.tsx'
import { words } from './words.ts'

interface ConfirmDialogProps {
  /** The words of the button that opens it. */
  trigger: string
  variant?: ButtonVariant | undefined
  size?: 'regular' | 'small' | undefined
  title: string
  /** Exactly what will happen, to what, and who is told. */
  effect: ReactNode
  /** The effect as a verb: `Retire 3 deployments`. */
  confirmLabel: string
  action: (form: FormData) => void | Promise<void>
  /** Sent along, unseen. */
  values?: Record<string, string> | undefined
  /** For what cannot be undone: the name that has to be typed; sent as `typedName`. */
  typedName?: string | undefined
  /** Further fields, such as a reason. */
  children?: ReactNode
}

/** Asks before something that is hard to undo. Closes once the action has answered. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const typedId = useId()
  const isConfirmable = props.typedName === undefined || typed === props.typedName
  return (
    <AlertDialog.Root open={isOpen} onOpenChange={setOpen} onOpenChangeComplete={() => setTyped('')}>
      <AlertDialog.Trigger className={buttonClass(props.variant, props.size)}>{props.trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-50 max-h-[90dvh] w-120 max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded border bg-raised p-5 shadow-float transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0">
          <form
            action={async (form) => {
              await props.action(form)
              setOpen(false)
            }}
            className="flex flex-col gap-4"
          >
            {Object.entries(props.values ?? {}).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <div>
              <AlertDialog.Title className="text-reading leading-6 font-semibold">{props.title}</AlertDialog.Title>
              <AlertDialog.Description className="mt-1 text-muted" render={<div />}>
                {props.effect}
              </AlertDialog.Description>
            </div>
            {props.children}
            {props.typedName !== undefined && (
              <div className="flex flex-col gap-1">
                <label htmlFor={typedId} className="font-medium">
                  {words.form.typeName(props.typedName)}
                </label>
                <input
                  id={typedId}
                  name="typedName"
                  autoComplete="off"
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                  className={`${CONTROL} ${CONTROL_HEIGHT}`}
                />
              </div>
            )}
            <div className="flex flex-wrap justify-end gap-2">
              <AlertDialog.Close className={buttonClass('secondary')}>{words.form.cancel}</AlertDialog.Close>
              <SubmitButton variant={props.variant === 'danger' ? 'danger' : 'primary'} isDisabled={!isConfirmable}>
                {props.confirmLabel}
              </SubmitButton>
            </div>
          </form>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
