const withoutNetwork = ["data:", "blob:", "file:"];

// After an action's redirect, Next would fetch the page from the site itself, with the visitor's
// cookie; given a 204, it lets the browser do so. To be called before Next wraps `fetch`.
export function refuseOutboundRequests(ownOrigin: string): void {
  const fetchLocally = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const { protocol, origin } = new URL(input instanceof Request ? input.url : input);
    if (withoutNetwork.includes(protocol)) return fetchLocally(input, init);
    if (origin === ownOrigin) return Promise.resolve(new Response(null, { status: 204 }));
    return Promise.reject(new TypeError(`The site makes no requests, and none to ${origin}`));
  };
}
