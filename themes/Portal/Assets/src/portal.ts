import './portal.css';
import { openDropDowns } from './menu';
import { goBack, print } from './page-actions';
import { sizeText } from './text-size';

openDropDowns();
goBack();
print();
sizeText();

for (const tools of document.querySelectorAll<HTMLElement>('.page-tools[hidden]')) {
  tools.hidden = false;
}
