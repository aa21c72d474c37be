<?xml version="1.0" encoding="UTF-8"?>
<!-- Ships are named in italics, with the word before them. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="name[@type = 'ship']">
    <xsl:text>S.S. </xsl:text>
    <i class="ship"><xsl:apply-templates/></i>
  </xsl:template>
</xsl:stylesheet>
