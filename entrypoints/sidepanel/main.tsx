import { render } from 'preact';
import { Panel } from '@/components/app/Panel';

const root = document.getElementById('root');
if (root) render(<Panel />, root);
