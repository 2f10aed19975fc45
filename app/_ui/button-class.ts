import { classNames } from './class-names.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border-edge/60 bg-surface text-ink hover:bg-sunken',
  quiet: 'border-transparent text-ink hover:bg-sunken',
  danger: 'border-deny text-deny bg-surface hover:bg-deny-tint',
}

/** The classes of a button, also for links that act as one. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: 'regular' | 'small' = 'regular'): string {
  return classNames(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded border font-medium whitespace-nowrap transition-colors',
    'disabled:opacity-55 data-disabled:opacity-55 pointer-coarse:min-h-11',
    size === 'regular' ? 'h-9 px-3 text-base' : 'h-7 px-2 text-sm',
    VARIANTS[variant],
  )
}
