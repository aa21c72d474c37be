<?xml version="1.0" encoding="UTF-8"?>
<!--
  An edition's own stylesheet: all pages are made as Chancery makes them, but for what stands here. How it is named in the
  command is told in docs/publishing.md.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="chancery:web/page.xsl"/>
  <xsl:include href="parts/ships.xsl"/>

  <!-- What Chancery has no form for gets one, and is no longer reported. -->
  <xsl:template match="stage">
    <i class="stage">[<xsl:apply-templates/>]</i>
  </xsl:template>
</xsl:stylesheet>
