<?xml version="1.0" encoding="UTF-8"?>
<!-- The figure of each end note: its label, or else its place in the volume's list; and whether the volume has an index. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:p="urn:chancery:print" exclude-result-prefixes="#all"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:import href="modules/strings.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:template match="/">
    <xsl:text>#let figures = (:</xsl:text>
    <xsl:for-each select="TEI/text/back//note[@type = 'endnote'][@xml:id]">
      <xsl:if test="position() = 1">)&#xA;#let figures = (</xsl:if>
      <xsl:sequence select="p:string(@xml:id) || ': ' || p:string((@n, string(position()))[1]) || ', '"/>
    </xsl:for-each>
    <xsl:sequence select="')&#xA;#let indexed = ' || exists(TEI/text/(front | back)//list[@type = 'index']) || '&#xA;'"/>
  </xsl:template>
</xsl:stylesheet>
