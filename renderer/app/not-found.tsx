import { Link } from '@tanstack/react-router';
import { frameText } from '../text/frame.ts';
import { Empty } from '../ui/page.tsx';

export function NotFound() {
  return <Empty action={<Link to="/">{frameText.toWorkList}</Link>}>{frameText.notFound}</Empty>;
}
