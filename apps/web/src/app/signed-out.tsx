/** What a person sees who has no session: how to get in, in the words of the house. */
export function SignedOut() {
  return (
    <main id="main" className="plain-page">
      <p className="mark">Chancery</p>
      <h1>Sign in with the link from the server</h1>
      <p>
        When the server starts it prints an address with a one-time sign-in link. Open that address in this
        browser. A link works once; the sign-in then stays on this device.
      </p>
      <p>
        No link at hand? Stop the server with <kbd>Ctrl C</kbd> and start it again with <code>npm start</code>
        : it prints a new one.
      </p>
      <p className="quiet">
        The <a href="/edition/">published edition</a> is open to everyone.
      </p>
    </main>
  );
}
