'use server'

import { cookies } from 'next/headers'
import { THEMES } from './preferences.ts'

const YEAR = 31_536_000

/**
 * Remembers how this browser shows the frame: `theme` and `nav` fields of the form. Needs no sign-in, since it touches
 * nothing but two cookies of whoever asks.
 */
export async function choosePreference(form: FormData): Promise<void> {
  const jar = await cookies()
  const options = { path: '/', maxAge: YEAR, sameSite: 'lax', httpOnly: true } as const
  const theme = THEMES.find((known) => known === form.get('theme'))
  if (theme === 'system') jar.delete('theme')
  else if (theme) jar.set('theme', theme, options)
  const nav = form.get('nav')
  if (nav === 'icons') jar.set('nav', 'icons', options)
  else if (nav === 'full') jar.delete('nav')
}
