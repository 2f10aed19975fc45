export function tell(label: string, detail: string, ms: number): void
export function step(label: string, work: () => Promise<string>): Promise<void>
