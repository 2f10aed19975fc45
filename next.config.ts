import type { NextConfig } from 'next'

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  typedRoutes: true,
  reactStrictMode: true,
  // These packages locate binaries or SQL beside themselves, so they must stay on disk as installed.
  serverExternalPackages: [
    'piscina',
    'pdfkit',
    'pg-boss',
    '@node-rs/argon2',
    'spdx-license-list',
    'pg',
    '@prisma/client',
  ],
  // Where a text was read, and two were compared, before the ledger had addresses of its own.
  redirects: async () => [
    { source: '/licence-texts/:sha', destination: '/licences/texts/:sha', permanent: true },
    {
      source: '/licence-texts/:sha/compare/:other',
      destination: '/licences/compare?from=:sha&to=:other',
      permanent: true,
    },
  ],
  // Types are checked by `npm run validate` and `npm test`; a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // A page without its permission answers 403 and shows the nearest forbidden.tsx.
    authInterrupts: true,
    // Beyond the longest field any form takes, so that a field that is too long is refused by name.
    serverActions: { bodySizeLimit: '2mb' },
  },
}

export default config
