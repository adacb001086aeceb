const withoutNetwork = ["data:", "blob:", "file:"];

/**
 * The site depends on no other, so nothing in it may fetch anything. Next would ask the site
 * itself, over the network and with the visitor's cookie, for the page that a form's script is
 * redirected to. Told that there is none, it lets the browser ask. To be called before Next wraps
 * `fetch`.
 * @param ownOrigin where Next believes that it is served
 */
export function refuseOutboundRequests(ownOrigin: string): void {
  const fetchLocally = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const { protocol, origin } = new URL(input instanceof Request ? input.url : input);
    if (withoutNetwork.includes(protocol)) return fetchLocally(input, init);
    if (origin === ownOrigin) return Promise.resolve(new Response(null, { status: 204 }));
    return Promise.reject(new TypeError(`The site makes no requests, and none to ${origin}`));
  };
}
