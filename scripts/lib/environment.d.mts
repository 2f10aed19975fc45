export function problemsIn(env: Record<string, string | undefined>): string[]
