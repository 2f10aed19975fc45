import { actionsAreGated } from '../rules/actions-are-gated.ts'
import { handlersAreGated } from '../rules/handlers-are-gated.ts'
import { pagesAreGated } from '../rules/pages-are-gated.ts'
import { type Example, inSources } from './example.ts'

export const DOOR_EXAMPLES: Example[] = [
  inSources(
    pagesAreGated,
    {
      'app/page.tsx': "export default async function Home() {\n  await pageCtx('catalogue:read')\n}",
      'app/(public)/sign-in/page.tsx': 'export default function SignIn() {}',
    },
    [
      ['app/page.tsx', 'export default function Home() {}'],
      [
        'app/models/[id]/page.tsx',
        "// pageCtx('catalogue:read')\nexport default function Model() { return 'pageCtx(' }",
      ],
    ],
  ),
  inSources(
    handlersAreGated,
    {
      'app/api/health/route.ts': 'export function GET() {}',
      'app/api/v1/models/route.ts':
        "export const dynamic = 'force-dynamic'\nexport const GET = (request: Request) => handle(request, 'catalogue:read', run)\nexport async function POST(request: Request) {\n  return handle(request, 'a', run)\n}",
    },
    [
      ['app/api/v1/models/route.ts', 'export function GET() {\n  return Response.json(handler)\n}'],
      [
        'app/api/v1/models/route.ts',
        "export const GET = (request: Request) => handle(request, 'catalogue:read', run)\nexport const POST = () => new Response()",
      ],
      ['app/reports/[week]/csv/route.ts', 'async function GET() {}\nexport { GET }'],
      ['app/api/v1/models/route.ts', "export { GET } from './other.ts'"],
    ],
  ),
  inSources(
    actionsAreGated,
    {
      'app/models/actions.ts':
        "'use server'\nexport type A = string\nexport async function look(form: FormData) {\n  return runAction(form, options)\n}",
      'app/models/page.tsx': 'export async function load() {}',
    },
    [
      [
        'app/models/actions.ts',
        "'use server'\nexport async function look() {}\nasync function other(form: FormData) {\n  return runAction(form, options)\n}",
      ],
      ['app/models/actions.ts', "'use server'\nexport const look = async () => 1"],
      ['app/models/actions.ts', "'use server'\nexport default async function look() {}"],
      ['app/models/actions.ts', "'use server'\nexport * from './others.ts'"],
      [
        'app/models/page.tsx',
        "export default function Page() {\n  async function look() {\n    'use server'\n    await remove()\n  }\n}",
      ],
    ],
  ),
]
