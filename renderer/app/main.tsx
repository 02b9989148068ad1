import 'virtual:antd.css';
import '../ui/theme.css';
import '../ui/ui.css';
import '../ui/data-table.css';
import './frame.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { askBeforeClosing } from '../state/unsent.ts';
import { App } from './app.tsx';
import { isInShell } from './connection/electron.ts';

askBeforeClosing(isInShell());
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
