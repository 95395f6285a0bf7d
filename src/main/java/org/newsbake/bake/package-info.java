/** The stages of a build, the output folder, and the report. */
package org.newsbake.bake;
