import { formatSecurityTxt } from "@/lib/security-txt";

// The addresses are settings of the running site, not of the build.
export const dynamic = "force-dynamic";

export const GET = (): Response =>
  new Response(formatSecurityTxt(), { headers: { "content-type": "text/plain; charset=utf-8" } });
