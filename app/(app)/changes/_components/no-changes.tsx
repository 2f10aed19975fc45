import { EmptyState } from '#app/_ui/empty-state.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'

interface NoChangesProps {
  isFiltered: boolean
  /** Whether any change is on record at all. */
  hasAny: boolean
}

/** An empty feed: by its filters, or because nothing was seen to differ. */
export function NoChanges({ isFiltered, hasAny }: NoChangesProps) {
  return (
    <div className="rounded border bg-surface">
      {isFiltered && hasAny ? (
        <EmptyState title="No change matches." action={<TextLink href="/changes">Clear filters</TextLink>} />
      ) : (
        <EmptyState
          title="No change is on record."
          sentence="The first complete look at a source shows how things stand; what differs in a later one is a change. That there is none says only what looks have seen so far."
          action={<TextLink href="/sources">When each source was last looked at</TextLink>}
        />
      )}
    </div>
  )
}
