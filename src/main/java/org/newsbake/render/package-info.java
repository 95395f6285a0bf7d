/** A page and a FreeMarker template become bytes. */
package org.newsbake.render;
