/** How every text control looks; the edge turns with an error, and a word beside it says so. */
export const CONTROL =
  'w-full min-w-0 rounded border border-edge bg-surface px-2.5 text-base text-ink hover:border-muted aria-invalid:border-deny focus-visible:outline-offset-0 disabled:bg-sunken pointer-coarse:text-[1rem]'

export const CONTROL_HEIGHT = 'h-9 pointer-coarse:h-11'
