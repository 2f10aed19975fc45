import { EmptyState } from '#app/_ui/empty-state.tsx'
import { PageHeader } from '#app/_ui/page-header.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'

/** A thing that does not exist, or that the reader may not learn of: both look the same. */
export default function NotFound() {
  return (
    <>
      <PageHeader title="Not found" />
      <div className="rounded border bg-surface">
        <EmptyState
          title="There is nothing at this address."
          sentence="The address may be mistyped, or the thing belongs to a team that is not yours. What was once on record is never removed."
          action={<TextLink href="/">To the overview</TextLink>}
        />
      </div>
    </>
  )
}
