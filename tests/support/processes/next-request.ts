import "next/dist/server/node-environment-baseline.js";
import {
  workAsyncStorage,
  type WorkStore,
} from "next/dist/server/app-render/work-async-storage.external.js";
import { workUnitAsyncStorage } from "next/dist/server/app-render/work-unit-async-storage.external.js";
import { createRequestStore } from "next/dist/server/async-storage/request-store.js";
import { getURLFromRedirectError } from "next/dist/client/components/redirect.js";
import { isRedirectError } from "next/dist/client/components/redirect-error.js";
import { ResponseCookies } from "next/dist/server/web/spec-extension/cookies.js";

// What code finds behind next/headers and next/navigation while Next answers a request: Next's own,
// without a server around it.

type Cookie = {
  value: string;
  path?: string;
  httpOnly?: boolean;
  secure?: boolean;
  sameSite?: string | boolean;
};

/** A browser that keeps its cookies from one request to the next. */
export class TestBrowser {
  readonly cookies = new Map<string, Cookie>();

  /**
   * Does as an action of the site does.
   * @param headers of the request, beside the cookies
   * @returns what the work gives, or where it sends the browser
   */
  async request<Result>(
    work: () => Promise<Result>,
    headers: Record<string, string> = {},
  ): Promise<Result | { redirectedTo: string }> {
    const cookie = [...this.cookies].map(([name, { value }]) => `${name}=${value}`).join("; ");
    const store = createRequestStore({
      phase: "action",
      headers: { ...headers, ...(cookie && { cookie }) },
      onUpdateCookies: (set) => this.take(set),
      url: { pathname: "/admin" },
      ...nothingElse,
    });
    try {
      return await workAsyncStorage.run({ route: "/admin", page: "/admin/page" } as WorkStore, () =>
        workUnitAsyncStorage.run(store, work),
      );
    } catch (error) {
      if (!isRedirectError(error)) throw error;
      return { redirectedTo: getURLFromRedirectError(error) };
    }
  }

  private take(set: string[]): void {
    const headers = new Headers();
    for (const each of set) headers.append("set-cookie", each);
    for (const { name, ...cookie } of new ResponseCookies(headers).getAll()) {
      const isOver =
        cookie.maxAge === 0 ||
        (cookie.expires !== undefined && Number(cookie.expires) <= Date.now());
      if (isOver) this.cookies.delete(name);
      else this.cookies.set(name, cookie);
    }
  }
}

const nothingElse = {
  rootParams: {},
  implicitTags: { tags: [], expirationsByCacheKind: new Map() },
  resumeDataCache: null,
  previewProps: undefined,
  isHmrRefresh: undefined,
  serverComponentsHmrCache: undefined,
  hmrRefreshHash: undefined,
  stagedFallbackParams: null,
};
