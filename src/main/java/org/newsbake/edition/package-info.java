/** What is live at one instant, which pages there are, and at which paths they stand. */
package org.newsbake.edition;
