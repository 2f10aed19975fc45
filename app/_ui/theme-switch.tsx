'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { choosePreference } from './choose-preference.ts'
import { classNames } from './class-names.ts'
import type { Theme } from './preferences.ts'
import { words } from './words.ts'

const CHOICES = [
  { theme: 'system', Glyph: Monitor },
  { theme: 'light', Glyph: Sun },
  { theme: 'dark', Glyph: Moon },
] as const

/** Three buttons: follow the system, light, dark. Changes at once, is remembered by the server, works without script. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  return (
    <form action={choosePreference}>
      <fieldset className="flex rounded border p-px">
        <legend className="sr-only">{words.theme.label}</legend>
        {CHOICES.map(({ theme: choice, Glyph }) => (
          <button
            key={choice}
            type="submit"
            name="theme"
            value={choice}
            aria-label={words.theme[choice]}
            title={words.theme[choice]}
            aria-pressed={choice === theme}
            onClick={() => {
              if (choice === 'system') delete document.documentElement.dataset.theme
              else document.documentElement.dataset.theme = choice
            }}
            className={classNames(
              'grid size-7 place-items-center rounded-sm pointer-coarse:size-10',
              choice === theme ? 'bg-sunken text-ink' : 'text-muted hover:text-ink',
            )}
          >
            <Glyph aria-hidden className="size-4" strokeWidth={1.75} />
          </button>
        ))}
      </fieldset>
    </form>
  )
}
