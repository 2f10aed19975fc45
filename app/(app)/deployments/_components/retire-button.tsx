'use client'

import { useActionState } from 'react'
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx'
import { ErrorSummary } from '#app/_ui/error-summary.tsx'
import { FRESH_FORM } from '#app/_ui/form-state.ts'
import { retireAction } from './retire.ts'

interface RetireButtonProps {
  id: string
  name: string
  version: number
  openFindings: number
}

/** Takes a deployment out of use, after its name was typed. */
export function RetireButton({ id, name, version, openFindings }: RetireButtonProps) {
  const [state, send] = useActionState(retireAction, FRESH_FORM)
  const findings =
    openFindings === 1 ? '1 open finding closes' : `${openFindings.toLocaleString('en')} open findings close`
  return (
    <>
      <ErrorSummary errors={state.refusals} />
      <ConfirmDialog
        trigger="Retire"
        variant="danger"
        title={`Retire ${name}?`}
        effect={`Version ${version + 1} records that it is out of use; ${findings}, and it is no longer judged. Its history stays, and its name stays taken. This cannot be undone.`}
        confirmLabel="Retire this deployment"
        typedName={name}
        action={send}
        values={{ id, version: String(version) }}
      />
    </>
  )
}
