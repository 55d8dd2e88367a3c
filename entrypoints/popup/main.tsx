import { render } from 'preact';
import { Popup } from '@/components/shell/Popup';

const root = document.getElementById('root');
if (root) render(<Popup />, root);
