import { RouterProvider } from '@tanstack/react-router';
import { router } from './router.tsx';

/** The rooms of whoever is signed in. */
export function Frame() {
  return <RouterProvider router={router} />;
}
