import { useNavigate } from '@tanstack/react-router';
import { supportingText as text } from '../../text/counters-page.ts';
import { Tabs } from '../../ui/tabs.tsx';

const ROOMS = ['talks', 'institutions', 'counters'] as const;
type Room = (typeof ROOMS)[number];

/** The small registers that share one entry of the rail. */
export function SupportingTabs({ chosen }: { readonly chosen: Room }) {
  const navigate = useNavigate();
  return (
    <Tabs<Room>
      label={text.tabs}
      tabs={ROOMS.map((id) => ({ id, title: text[id] }))}
      chosen={chosen}
      onChoose={(room) => void navigate({ to: `/${room}` })}
    />
  );
}
