'use client'

import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonVariant, buttonClass } from './button-class.ts'
import { classNames } from './class-names.ts'

/** A button that says its effect may need two lines on a telephone. */
const NARROW = 'max-sm:h-auto max-sm:min-h-9 max-sm:max-w-full max-sm:shrink max-sm:py-1.5 max-sm:whitespace-normal'

interface SubmitButtonProps {
  /** Says the effect before it is pressed. */
  children: ReactNode
  variant?: ButtonVariant | undefined
  size?: 'regular' | 'small' | undefined
  name?: string | undefined
  value?: string | undefined
  isDisabled?: boolean | undefined
}

/** Sends its form once; while the answer is awaited it says so and cannot be pressed again. */
export function SubmitButton({ children, variant = 'primary', size, name, value, isDisabled }: SubmitButtonProps) {
  const { pending } = useFormStatus()
  return (
    <button
      type="submit"
      name={name}
      value={value}
      disabled={isDisabled}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault()
      }}
      className={classNames(buttonClass(variant, size), NARROW)}
    >
      {pending && <LoaderCircle aria-hidden className="size-4 animate-spin motion-reduce:animate-none" />}
      {children}
    </button>
  )
}
