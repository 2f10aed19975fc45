import { isIP } from 'node:net'

const URL_RULES = {
  DATABASE_URL: { schemes: ['postgres:', 'postgresql:'], example: 'postgresql://user:password@host:5432/weighbridge' },
  WEIGHBRIDGE_URL: { schemes: ['http:', 'https:'], example: 'https://models.example.com' },
  HF_ENDPOINT: { schemes: ['http:', 'https:'], example: 'https://huggingface.co' },
  AUTH_OIDC_ISSUER: { schemes: ['https:'], testSchemes: ['http:'], example: 'https://login.example.com' },
  SMTP_URL: { schemes: ['smtp:', 'smtps:'], example: 'smtp://user:password@mail.example.com:587' },
  SLACK_WEBHOOK_URL: { schemes: ['https:', 'http:'], example: 'https://hooks.slack.com/services/…' },
}

const TOGETHER = [
  ['WEIGHBRIDGE_ADMIN_EMAIL', 'WEIGHBRIDGE_ADMIN_PASSWORD'],
  ['AUTH_OIDC_ISSUER', 'AUTH_OIDC_ID', 'AUTH_OIDC_SECRET'],
]

/** What is wrong with the environment: a sentence for each malformed value, never the value of a secret. */
export function problemsIn(env) {
  return [...portProblems(env), ...hostProblems(env), ...urlProblems(env), ...secretProblems(env), ...pairProblems(env)]
}

function portProblems({ PORT }) {
  if (!PORT || (/^\d{1,5}$/.test(PORT) && Number(PORT) >= 1 && Number(PORT) <= 65535)) return []
  return [`PORT must be a whole number from 1 to 65535, not "${PORT}".`]
}

function hostProblems({ HOST }) {
  if (!HOST || isIP(HOST) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(HOST)) return []
  return [`HOST must be an address or a host name to listen on, such as 127.0.0.1 or 0.0.0.0, not "${HOST}".`]
}

function urlProblems(env) {
  return Object.entries(URL_RULES).flatMap(([name, { schemes, testSchemes = [], example }]) => {
    const value = env[name]
    if (!value) return []
    if (name === 'AUTH_OIDC_ISSUER' && /[?#]|:\/\/[^/]*@/.test(value))
      return [`${name} has no user name, password, ? or #.`]
    const url = URL.canParse(value) ? new URL(value) : null
    const isScheme = [...schemes, ...(env.WEIGHBRIDGE_TEST === '1' ? testSchemes : [])].includes(url?.protocol)
    if (url !== null && isScheme && (url.hostname !== '' || name === 'DATABASE_URL')) return []
    return [`${name} must be a URL that begins with ${schemes.map((s) => `${s}//`).join(' or ')}, such as ${example}.`]
  })
}

function secretProblems({ AUTH_SECRET, WEIGHBRIDGE_WORKER, WEIGHBRIDGE_ADMIN_EMAIL }) {
  const problems = []
  if (AUTH_SECRET && AUTH_SECRET.length < 32) {
    problems.push('AUTH_SECRET must have at least 32 characters: take the output of "openssl rand -base64 33".')
  }
  if (WEIGHBRIDGE_WORKER && !['on', 'off'].includes(WEIGHBRIDGE_WORKER)) {
    problems.push(`WEIGHBRIDGE_WORKER must be on or off, not "${WEIGHBRIDGE_WORKER}".`)
  }
  if (WEIGHBRIDGE_ADMIN_EMAIL && !/^[^\s@]+@[^\s@]+$/.test(WEIGHBRIDGE_ADMIN_EMAIL)) {
    problems.push('WEIGHBRIDGE_ADMIN_EMAIL must be an e-mail address.')
  }
  return problems
}

function pairProblems(env) {
  return TOGETHER.flatMap((names) => {
    const missing = names.filter((name) => !env[name])
    if (missing.length === 0 || missing.length === names.length) return []
    return [`${missing.join(' and ')} must be set too, or none of ${names.join(', ')}.`]
  })
}
