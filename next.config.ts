import type { NextConfig } from 'next'

const config: NextConfig = {
  agentRules: false,
  poweredByHeader: false,
  typedRoutes: true,
  reactStrictMode: true,
  // These packages locate binaries or SQL beside themselves, so they must stay on disk as installed.
  serverExternalPackages: ['pg-boss', '@node-rs/argon2', 'spdx-license-list', 'pg', '@prisma/client'],
  // Another build folder lets the development server run beside a production build of the same checkout.
  distDir: process.env['WEIGHBRIDGE_NEXT_DIR'] ?? '.next',
  typescript: { ignoreBuildErrors: true },
  // A page without its permission answers 403 and shows the nearest forbidden.tsx.
  experimental: { authInterrupts: true },
}

export default config
