import type { ReactNode } from 'react'
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { TimeMark } from '#app/_ui/time-mark.tsx'
import type { TokenRow } from '#lib/auth/queries/people.ts'
import { PlainTable } from '../../_components/plain-table.tsx'
import { revokeTokenAction } from './token-actions.ts'

/** Tokens, newest first, with what each may and how long. */
export function TokenList({ tokens, now }: { tokens: TokenRow[]; now: Date }) {
  if (tokens.length === 0) {
    return (
      <EmptyState
        title="No token yet."
        sentence="A token lets a script, a pipeline or a bot use the API with your rights."
      />
    )
  }
  return (
    <PlainTable
      label="Your API tokens"
      head={[
        { label: 'Name', isWrapping: true },
        { label: 'Begins with' },
        { label: 'Scope' },
        { label: 'State' },
        { label: 'Last used' },
        { label: 'Action' },
      ]}
      rows={tokens.map((token) => ({
        key: token.id,
        cells: [
          token.name,
          <code key="hint" className="font-mono">
            {token.hint}…
          </code>,
          token.scope,
          <State key="state" token={token} now={now} />,
          token.lastUsedAt ? <TimeMark key="used" at={token.lastUsedAt} now={now} /> : <None key="used">never</None>,
          isOver(token, now) ? null : <Revoke key="revoke" token={token} />,
        ],
      }))}
    />
  )
}

function isOver({ revokedAt, expiresAt }: TokenRow, now: Date): boolean {
  return revokedAt !== null || expiresAt <= now
}

function State({ token: { revokedAt, expiresAt }, now }: { token: TokenRow; now: Date }) {
  if (revokedAt !== null) {
    return (
      <None>
        revoked <TimeMark at={revokedAt} now={now} />
      </None>
    )
  }
  if (expiresAt <= now) {
    return (
      <None>
        ran out <TimeMark at={expiresAt} now={now} />
      </None>
    )
  }
  return (
    <>
      works, ends <TimeMark at={expiresAt} now={now} />
    </>
  )
}

function None({ children }: { children: ReactNode }) {
  return <span className="text-muted">{children}</span>
}

function Revoke({ token }: { token: TokenRow }) {
  return (
    <ConfirmDialog
      trigger="Revoke"
      size="small"
      variant="danger"
      title={`Revoke ${token.name}?`}
      effect="Whatever uses this token is refused from the next request on. It cannot be undone; another token can be made."
      confirmLabel="Revoke for good"
      values={{ id: token.id }}
      action={revokeTokenAction}
    />
  )
}
