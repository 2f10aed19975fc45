import { cookies } from 'next/headers'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export interface Preferences {
  theme: Theme
  isNavCollapsed: boolean
}

/** What this browser has chosen about the frame; read on the server so that nothing flashes. */
export async function readPreferences(): Promise<Preferences> {
  const jar = await cookies()
  const theme = THEMES.find((known) => known === jar.get('theme')?.value) ?? 'system'
  return { theme, isNavCollapsed: jar.get('nav')?.value === 'icons' }
}
