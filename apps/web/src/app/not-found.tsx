import { Link } from '@tanstack/react-router';

/** What stands at an address that leads nowhere. */
export function NotFound() {
  return (
    <main id="main" className="plain-page">
      <h1>Nothing stands at this address</h1>
      <p>
        The letter may have been renamed. <Link to="/">Go to the letters</Link>
      </p>
    </main>
  );
}
