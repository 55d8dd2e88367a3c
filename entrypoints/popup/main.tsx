import { render } from 'preact';
import { Popup } from '@/components/app/Popup';

const root = document.getElementById('root');
if (root) render(<Popup />, root);
