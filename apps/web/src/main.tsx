import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/query-client.js';
import { router } from './app/router.js';
import { restoreTheme } from './app/theme.js';
import './styles/fonts.js';
import './styles/tokens.css';
import './styles/base.css';
import './styles/app-bar.css';
import './styles/controls.css';
import './styles/frame.css';
import './styles/letters.css';
import './styles/list-page.css';
import './styles/registers.css';
import './styles/letter-desk.css';
import './styles/apparatus.css';
import './styles/status-bar.css';
import './styles/letter-desk-narrow.css';
import './styles/lost.css';
import './styles/sheet.css';
import './styles/marks.css';
import './styles/suggestions.css';
import './styles/history.css';
import './styles/comments.css';
import './styles/pages.css';
import './styles/source.css';
import './styles/palette.css';
import './styles/collation.css';
import './styles/editions.css';
import './styles/presence.css';
import './styles/people.css';
import './styles/volume.css';
import './styles/inbox.css';
import './styles/search.css';
import './styles/notes.css';
import './styles/stages.css';
import './styles/emendations.css';
import './styles/images.css';
import './styles/printed.css';
import './styles/files.css';
import './styles/facsimile.css';

restoreTheme();

const root = document.getElementById('root');
if (!root) throw new Error('index.html holds no element #root');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
