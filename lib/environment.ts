import { z } from 'zod'

const httpUrl = z.url({ protocol: /^https?$/ })

const shape = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'is not a postgresql:// address')
    .optional(),
  WEIGHBRIDGE_DATA: z.string().min(1).default('./data'),
  WEIGHBRIDGE_URL: httpUrl.optional(),
  HF_ENDPOINT: httpUrl.default('https://huggingface.co'),
  HF_TOKEN: z.string().min(1).optional(),
  WEIGHBRIDGE_ADMIN_EMAIL: z.email().optional(),
  WEIGHBRIDGE_ADMIN_PASSWORD: z.string().min(1).optional(),
  AUTH_SECRET: z.string().min(32, 'has fewer than 32 characters').optional(),
  AUTH_OIDC_ISSUER: httpUrl.optional(),
  AUTH_OIDC_ID: z.string().min(1).optional(),
  AUTH_OIDC_SECRET: z.string().min(1).optional(),
  WEIGHBRIDGE_LOOK_INTERVAL: z.coerce.number().int().min(60).max(604_800).default(3600),
  WEIGHBRIDGE_REPORT_SCHEDULE: z
    .string()
    .regex(/^(\S+\s+){4}\S+$/, 'is not a cron line of five fields')
    .default('0 6 * * 1'),
  WEIGHBRIDGE_SAMPLE: z.enum(['0', '1']).default('0'),
  WEIGHBRIDGE_TEST: z.enum(['0', '1']).default('0'),
  WEIGHBRIDGE_TEST_CLOCK: z.string().min(1).optional(),
})

export interface Environment {
  port: number
  host: string
  databaseUrl: string | null
  dataFolder: string
  /** The address people use; also the origin of links and redirects. */
  publicUrl: string
  hubEndpoint: string
  hubToken: string | null
  administrator: { email: string; password: string } | null
  /** Seals what a sign-in leaves in the browser; null: made and kept in the database on first need. */
  authSecret: string | null
  /** The identity provider people may sign in through; null: local passwords only. */
  oidc: { issuer: string; clientId: string; clientSecret: string } | null
  lookIntervalSeconds: number
  reportSchedule: string
  isSample: boolean
  /** A file holding an instant that stands for "now"; only where WEIGHBRIDGE_TEST=1. */
  testClock: string | null
}

/** Reads the environment; throws one sentence that names the variable when a value is malformed. */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = shape.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Error(`${issue?.path.join('.') ?? 'The environment'}: ${issue?.message ?? 'is malformed'}.`)
  }
  const value = parsed.data
  const { WEIGHBRIDGE_ADMIN_EMAIL: email, WEIGHBRIDGE_ADMIN_PASSWORD: password } = value
  if ((email === undefined) !== (password === undefined)) {
    throw new Error('WEIGHBRIDGE_ADMIN_EMAIL and WEIGHBRIDGE_ADMIN_PASSWORD go together: set both or neither.')
  }
  return {
    port: value.PORT,
    host: value.HOST,
    databaseUrl: value.DATABASE_URL ?? null,
    dataFolder: value.WEIGHBRIDGE_DATA,
    publicUrl: (
      value.WEIGHBRIDGE_URL ?? `http://${value.HOST === '0.0.0.0' ? '127.0.0.1' : value.HOST}:${value.PORT}`
    ).replace(/\/$/, ''),
    hubEndpoint: value.HF_ENDPOINT.replace(/\/$/, ''),
    hubToken: value.HF_TOKEN ?? null,
    administrator: email !== undefined && password !== undefined ? { email: email.toLowerCase(), password } : null,
    authSecret: value.AUTH_SECRET ?? null,
    oidc: oidcOf(value),
    lookIntervalSeconds: value.WEIGHBRIDGE_LOOK_INTERVAL,
    reportSchedule: value.WEIGHBRIDGE_REPORT_SCHEDULE,
    isSample: value.WEIGHBRIDGE_SAMPLE === '1',
    testClock: value.WEIGHBRIDGE_TEST === '1' ? (value.WEIGHBRIDGE_TEST_CLOCK ?? null) : null,
  }
}

/** All three or none. Without https an ID token proves nothing, so http is for tests alone. */
function oidcOf(value: z.output<typeof shape>): Environment['oidc'] {
  const { AUTH_OIDC_ISSUER: issuer, AUTH_OIDC_ID: clientId, AUTH_OIDC_SECRET: clientSecret } = value
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null
  if (issuer === undefined || clientId === undefined || clientSecret === undefined)
    throw new Error('AUTH_OIDC_ISSUER, AUTH_OIDC_ID and AUTH_OIDC_SECRET go together: set all three or none.')
  const url = new URL(issuer)
  if (url.protocol !== 'https:' && value.WEIGHBRIDGE_TEST !== '1')
    throw new Error('AUTH_OIDC_ISSUER: must begin with https://.')
  if (url.username !== '' || url.password !== '' || /[?#]/.test(issuer))
    throw new Error('AUTH_OIDC_ISSUER: has no user name, password, ? or #.')
  // One spelling, since accounts are kept by issuer: a slash after the bare host makes no other issuer.
  return { issuer: url.pathname === '/' ? url.origin : url.href, clientId, clientSecret }
}
